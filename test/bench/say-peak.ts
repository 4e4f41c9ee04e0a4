/** Preloaded with --import, as data so that no thread has to compile anything: says at the end how much memory the process had at most. */
export const SAY_PEAK = `data:text/javascript,${encodeURIComponent(
  "import { isMainThread } from 'node:worker_threads';" +
    "if (isMainThread) process.on('exit', () => process.stdout.write('peak ' + process.resourceUsage().maxRSS + ' KiB\\n'));",
)}`;
