import { describe, expect, it } from 'vitest'
import { deviceName } from './device.ts'

function memory(first?: string) {
  const kept = new Map<string, string>(first === undefined ? [] : [['gs.device', first]])
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

describe('the name of a device', () => {
  it('is made once and kept', () => {
    const storage = memory()
    const name = deviceName(storage)
    expect(name).toMatch(/^[0-9a-f-]{36}$/)
    expect(deviceName(storage)).toBe(name)
    expect(deviceName(memory())).not.toBe(name)
  })

  it('is made anew where what is kept is none', () => {
    expect(deviceName(memory('<script>'))).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('lasts for a page where nothing can be kept', () => {
    const closed = {
      getItem: () => null,
      setItem: () => {
        throw new Error('the storage is closed')
      },
      removeItem: () => undefined,
    }
    expect(deviceName(closed)).toMatch(/^[0-9a-f-]{36}$/)
    expect(deviceName(undefined)).toMatch(/^[0-9a-f-]{36}$/)
  })
})
