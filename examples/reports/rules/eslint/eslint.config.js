// What reports/{denied,allowed}/sast.sarif were made with: the security plugin as its authors recommend it, and nothing else.
import security from 'eslint-plugin-security';
import { parser } from 'typescript-eslint';

export default [{ ...security.configs.recommended, files: ['**/*.js', '**/*.ts'], languageOptions: { parser } }];
