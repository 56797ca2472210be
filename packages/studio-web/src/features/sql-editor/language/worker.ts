/** The language worker: `service.ts` behind a message port, so that reading a long procedure never holds up typing. */
import type { ToWorker } from './protocol.ts';
import { createLanguageService } from './service.ts';

const service = createLanguageService((message) => self.postMessage(message));
self.onmessage = ({ data }: MessageEvent<ToWorker>) => service.receive(data);
