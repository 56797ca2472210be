import { expectSampleDatabase } from './expectations.ts';

expectSampleDatabase('pubs');
