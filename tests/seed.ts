/**
 * One seed for all property tests, so that a run says the same twice and a landing does not depend on luck. `PROPERTY_SEED` with another number
 * looks elsewhere; what it finds becomes a test of its own.
 */

import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED ?? 20261121) });
