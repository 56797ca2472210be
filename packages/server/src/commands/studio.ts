/** `sprocket studio`: the workbench alone, for environments elsewhere, until a signal ends it. */

import { ConfigurationError } from '../config/configuration-error.ts';
import { studioVariableList } from '../config/studio-variables.ts';
import { StudioChild } from '../studio/child.ts';
import { studioVariables } from '../studio/variables.ts';
import { PRODUCT, PRODUCT_VERSION } from '../version.ts';
import type { Command } from './command.ts';
import { prepare, signalled } from './serve.ts';

export const studioCommand: Command = {
  help: () =>
    `sprocket studio: runs the workbench until SIGTERM or SIGINT\n\nIt takes --host, --studio-port, --data-dir and --log-level, and these variables:\n\n${studioVariableList()}\n`,
  run: async (args) => {
    const { config, log } = prepare(args);
    const studio = new StudioChild({ variables: studioVariables(config, undefined), log });
    const stopped = signalled(log);
    const address = await studio.start();
    if (address === undefined) {
      await studio.stop();
      throw new ConfigurationError('the workbench could not be started');
    }
    process.stdout.write(`${PRODUCT} ${PRODUCT_VERSION} workbench is ready: ${address}\n`);
    await stopped;
    await studio.stop();
    return 0;
  },
};
