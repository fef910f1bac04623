import type { Io } from '../../src/cli/io.ts'

/** An `Io` for tests: records the output; its clock moves only when a test advances it. */
interface TestIo extends Io {
  readonly said: string[]
  readonly warned: string[]
  readonly rewritten: string[]
  now: number
}

/** Creates an `Io` for tests. */
export function testIo(options: { readonly quiet?: boolean; readonly terminal?: boolean } = {}): TestIo {
  const [said, warned, rewritten]: [string[], string[], string[]] = [[], [], []]
  const io: TestIo = {
    said,
    warned,
    rewritten,
    now: 0,
    out: text => void said.push(text),
    err: text => void warned.push(text),
    ...(options.terminal === true ? { rewrite: text => void rewritten.push(text) } : {}),
    quiet: options.quiet ?? false,
    clock: () => io.now,
    today: '2018-12-21',
    unfinished: new Set(),
  }
  return io
}
