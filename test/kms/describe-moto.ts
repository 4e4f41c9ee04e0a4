import path from 'node:path';
import { startMoto, type Moto } from '@proofrail/testkit';
import { describeRealServer, type RealServer } from '../needs/describe-real-server.ts';

const MOTO: RealServer<Moto> = {
  name: 'moto',
  path: process.env['PROOFRAIL_MOTO'] ?? path.resolve(import.meta.dirname, '../../node_modules/.cache/moto/bin/moto_server'),
  install: 'tools/moto.sh installs it, or set PROOFRAIL_MOTO',
  start: startMoto,
};

export const describeMoto = (name: string, tests: (server: () => Moto) => void): void => describeRealServer(MOTO, name, tests);
