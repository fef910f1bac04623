import { expect, test } from 'vitest'
import { createThreads, ThreadGaveUp } from './threads.ts'

const MODULE = new URL(
  `data:text/javascript,${encodeURIComponent(`
  export const double = (bytes, by) => ({ bytes, sum: bytes.reduce((a, b) => a + b, 0) * by })
  export const loop = () => { for (;;); }
  export const fill = () => { const all = []; for (;;) all.push(new Array(100_000).fill({})) }
  export const fail = () => { throw new RangeError('broken') }
`)}`,
)

test('a call gets its arguments and returns its value; the bytes are handed over', async () => {
  const threads = createThreads({ most: 1 })
  const bytes = new Uint8Array([1, 2, 3])
  expect(await threads.run(MODULE, 'double', ...([bytes, 10] as never[]))).toEqual({
    bytes: new Uint8Array([1, 2, 3]),
    sum: 60,
  })
  expect(bytes.length).toBe(0)
})

test('bytes that share a buffer leave the others where they are', async () => {
  const all = new Uint8Array([1, 2, 3, 4])
  await createThreads({ most: 1 }).run(MODULE, 'double', ...([all.subarray(1, 3), 1] as never[]))
  expect([...all]).toEqual([1, 2, 3, 4])
})

test('work without end is given up after its time, and work that fills the memory; the next call is served', async () => {
  const threads = createThreads({ most: 1, seconds: 1, megabytes: 64 })
  const [loop, next] = [
    threads.run(MODULE, 'loop'),
    threads.run(MODULE, 'double', ...([new Uint8Array(1), 1] as never[])),
  ]
  await expect(loop).rejects.toThrow(ThreadGaveUp)
  expect(await next).toMatchObject({ sum: 0 })
  const patient = createThreads({ most: 1, megabytes: 64 })
  await expect(patient.run(MODULE, 'fill')).rejects.toThrow(ThreadGaveUp)
  await expect(patient.run(MODULE, 'fail')).rejects.toThrow('broken')
  expect(await patient.run(MODULE, 'double', ...([new Uint8Array(1), 1] as never[]))).toMatchObject({
    sum: 0,
  })
})

test('a call that comes while an idle thread is ending gets another thread', async () => {
  const threads = createThreads({ most: 1, idleMs: 5 })
  for (let nth = 0; nth < 10; nth++) {
    const sum = await threads.run(MODULE, 'double', ...([new Uint8Array([nth]), 1] as never[]))
    expect(sum).toMatchObject({ sum: nth })
    // Holds the loop up until the thread is to end, so that the next call comes in the same turn.
    await new Promise(resolve => setTimeout(resolve, 5 + (nth % 2)))
  }
})
