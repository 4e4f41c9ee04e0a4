// Preloaded with --import: says at the end how much memory the process had at most, whatever it did.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) process.on('exit', () => process.stdout.write(`peak ${process.resourceUsage().maxRSS} KiB\n`));
