/** The four roles of a workspace, from the least to the most, and what each may do. The server decides; the web only explains. */
import { z } from 'zod';

export const roles = ['member', 'author', 'admin', 'owner'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Whether somebody with `role` may do what needs `needed`. */
export function roleAllows(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
