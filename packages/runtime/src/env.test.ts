import { formatDay } from '@gs/domain'
import { describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'

const faults = (variables: Record<string, string>) => {
  const read = readEnv(variables, '/srv')
  if (read.ok) throw new Error('taken as right')
  return read.error.map((fault) => `${fault.variable} ${fault.message}`)
}

const right = (variables: Record<string, string>) => {
  const read = readEnv(variables, '/srv')
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

describe('environment', () => {
  it('needs nothing', () => {
    expect(right({})).toMatchObject({
      portWeb: 3000,
      portAdmin: 3001,
      dataDir: '/srv/.data',
      urlWeb: 'http://localhost:3000',
      seed: 'demo',
      limits: true,
      today: undefined,
    })
  })

  it('takes no demo for granted on a database of the operator', () => {
    expect(right({ DATABASE_URL: 'postgres://o:p@db/gs' }).seed).toBe('none')
    expect(right({ DATABASE_URL: 'postgres://o:p@db/gs', GS_SEED: 'demo' }).seed).toBe('demo')
  })

  it('counts an empty variable as not set', () => {
    expect(right({ PORT_WEB: '', GS_TODAY: '' }).portWeb).toBe(3000)
  })

  it('gives one line for each wrong variable', () => {
    expect(
      faults({
        PORT_WEB: 'abc',
        PORT_ADMIN: '70000',
        DATABASE_URL: 'mysql://x',
        FILES_URL: 's3://bucket/files',
        GS_SEED: 'yes',
        GS_TODAY: '2026-02-30',
        AUTH_SECRET: 'short',
        URL_WEB: 'localhost:3000',
        SMTP_URL: 'mail.example.org',
        TRUST_PROXY: 'true',
        GS_LIMITS: '0',
      }),
    ).toEqual([
      'PORT_WEB must be a port number',
      'PORT_ADMIN must be a port between 1 and 65535',
      'URL_WEB must look like https://learn.example.org',
      'DATABASE_URL must look like postgres://user:password@host:5432/name',
      'FILES_URL must look like file:///srv/good-standing/files',
      'AUTH_SECRET must be at least 32 characters',
      'SMTP_URL must look like smtps://user:password@mail.example.org',
      'GS_SEED must be demo or none',
      'GS_TODAY must be a day that exists, as YYYY-MM-DD',
      'GS_LIMITS must be on or off',
      'TRUST_PROXY must be the number of proxies in front (0 to 9)',
    ])
  })

  it('refuses what only a demo may have', () => {
    expect(faults({ GS_SEED: 'none', GS_TODAY: '2026-11-20', GS_LIMITS: 'off' })).toEqual([
      'GS_TODAY fixes the day for demos and is refused without GS_SEED=demo',
      'GS_LIMITS off is for demos and is refused without GS_SEED=demo',
    ])
    const { today } = right({ GS_TODAY: '2026-11-20' })
    expect(today === undefined ? '' : formatDay(today)).toBe('2026-11-20')
  })

  it('refuses plain http outside a demo, except on the loopback', () => {
    expect(faults({ GS_SEED: 'none', URL_WEB: 'http://learn.example.org' })).toEqual([
      'URL_WEB must be https outside a demo',
    ])
    expect(right({ GS_SEED: 'none', URL_WEB: 'https://learn.example.org/' }).urlWeb).toBe('https://learn.example.org')
    expect(right({ GS_SEED: 'none' }).urlAdmin).toBe('http://localhost:3001')
  })

  it('refuses one port for both apps', () => {
    expect(faults({ PORT_WEB: '3001' })).toEqual(['PORT_ADMIN must differ from PORT_WEB'])
  })
})
