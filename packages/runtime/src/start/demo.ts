import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Env } from '../env.ts'
import { keptSecret, writeWhole } from '../secret-file.ts'

// Without letters and digits that look alike.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP_LENGTH = 4

/** Four groups of four: 79 bits, easy to read off a terminal. */
function makePassword(): string {
  const group = (): string =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

const fileOf = (env: Env): string => join(env.dataDir, 'demo.password')

/** The one password of all demo accounts: the operator's, else made at first start and kept in the data folder. */
export const demoPassword = async (env: Env): Promise<string> =>
  env.demoPassword ?? (await keptSecret(fileOf(env), makePassword))

/** Whether the accounts have another password than the one that is to be printed. */
export async function demoPasswordChanged(env: Env): Promise<boolean> {
  const kept = await readFile(fileOf(env), 'utf8').catch(() => '')
  return kept.trim() !== (await demoPassword(env))
}

/** Keeps the password that the accounts have now. */
export const keepDemoPassword = async (env: Env): Promise<void> =>
  writeWhole(fileOf(env), `${await demoPassword(env)}\n`)

const SIGN_INS = [
  ['trainer@demo.test', 'portal', 'certified this year, owns two courses, has begun none'],
  ['registrar@demo.test', 'console', 'awards credits, reviews evidence, decides renewals'],
  ['staff@demo.test', 'console', 'compliance of one region, read only'],
  ['author@demo.test', 'console', 'writes courses and questions'],
  ['auditor@demo.test', 'console', 'trail and ledger as of any day, read only'],
  ['admin@demo.test', 'console', 'people, roles and invitations'],
] as const

/** The lines that tell a newcomer how to sign in. */
export function signInLines(password: string): readonly string[] {
  const rows = SIGN_INS.map(([address, app, what]) => `    ${address.padEnd(20)}  ${app.padEnd(7)}  ${what}`)
  return [`  Demo sign-ins, all with the password  ${password}`, ...rows]
}
