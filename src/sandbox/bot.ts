import { z } from 'zod';
import { SettableClock } from '../clock/clock.ts';
import { runProcess } from '../main.ts';

/**
 * The bot as `npm start` runs it, with the sandbox's clock: how far that is ahead comes as the
 * first argument and, whenever somebody sets it, as a message from the sandbox.
 */
const clock = new SettableClock(Number(process.argv[2]));
process.on('message', (message) => clock.setOffset(z.number().parse(message)));
await runProcess(clock);
