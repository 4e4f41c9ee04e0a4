export { MemoryStore } from './memory-store.ts';
export { FaultyStore, ProcessDied, type Fault, type FaultScript, type StoreCall } from './faulty-store.ts';
