import { join } from 'node:path';

/** The files of a register's folder. */
export const registerFiles = {
  register: 'register.json',
  organisations: 'organisations.parquet',
  aliases: 'aliases.parquet',
  successions: 'successions.parquet',
  neighbours: 'neighbours.parquet',
} as const;

/** The folder of the register in that of a workspace. */
export function registerFolder(workspace: string): string {
  return join(workspace, 'register');
}
