import { readFileSync } from 'node:fs'

/** 计算程序的版本, as package.json has it; results carry it. */
export function engineVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string
  }
  return version
}
