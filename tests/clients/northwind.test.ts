import { expectSampleDatabase } from './expectations.ts';

expectSampleDatabase('northwind');
