import type { Env } from '../env.ts'

/** Seeds the demo where the database holds no organisation yet. */
export async function seedIfEmpty(_env: Env): Promise<void> {}
