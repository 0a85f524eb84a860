import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';

// Linux knows priorities of single threads: where cores are few, answers to others come first. Before
// anything is loaded, since that is work too. Not the lowest: on a busy machine that never ends.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

/** The thread that a Workshop starts for one job; it ends with it. */
const { work } = await import('./work.ts');
parentPort?.postMessage(await work(workerData));
