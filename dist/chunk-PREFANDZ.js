import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
var o="1.10.0";export{o as a};
