/** The values of the environment's form, and how they travel: an empty password at a change means "keep the stored one". */
import { type Environment, EnvironmentSettings } from '@sprocket/studio-contract';
import { z } from 'zod';

/** A number field that was emptied gives NaN; the sentence should not name that. */
const numberMessage = 'must be a whole number';

export const EnvironmentForm = EnvironmentSettings.extend({
  port: z.int(numberMessage).min(1).max(65_535, 'at most 65535'),
  timeoutSeconds: z.int(numberMessage).min(1, 'at least 1').max(3600, 'at most 3600'),
  rowLimit: z.int(numberMessage).min(1, 'at least 1').max(5_000_000, 'at most 5,000,000'),
  password: z.string().max(128),
});
export type EnvironmentForm = z.infer<typeof EnvironmentForm>;

export const newEnvironment: z.input<typeof EnvironmentForm> = {
  name: '',
  host: '',
  port: 1433,
  database: '',
  login: '',
  password: '',
  encrypt: true,
  trustServerCertificate: false,
  colour: 'slate',
  timeoutSeconds: 60,
  rowLimit: 1_000_000,
};

/** The form of an environment that exists; its password is never told. */
export function formOf(environment: Environment): z.input<typeof EnvironmentForm> {
  const { id: _id, managed: _managed, isCurrent: _isCurrent, updatedAt: _updatedAt, ...settings } = environment;
  return { ...settings, password: '' };
}

/** Leaves an empty password out. */
export function changeOf({ password, ...settings }: EnvironmentForm): Omit<EnvironmentForm, 'password'> & { password?: string } {
  return password === '' ? settings : { ...settings, password };
}
