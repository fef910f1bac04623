import { readFileSync } from 'node:fs'

/** Returns the engine version from package.json; results carry it. */
export function engineVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string
  }
  return version
}
