// A thread that asks a server how it is, again and again, and tells the longest time between two answers.
import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { LOOK_AGAIN } from '../longRun.ts'

const { address } = workerData as { readonly address: string }
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
let [longest, last, isDone] = [0, performance.now(), false]

parentPort!.on('message', (word: 'begin' | 'tell' | 'end') => {
  if (word === 'end') isDone = true
  else if (word === 'begin') [longest, last] = [0, performance.now()]
  // A silence that still lasts counts, too.
  parentPort!.postMessage(Math.max(longest, performance.now() - last))
})

while (!isDone) {
  await new Promise<void>((resolve, reject) => {
    get(`${address}/api/health`, { agent }, answer => answer.resume().once('end', resolve)).once(
      'error',
      reject,
    )
  })
  const now = performance.now()
  longest = Math.max(longest, now - last)
  last = now
  await sleep(LOOK_AGAIN)
}
agent.destroy()
parentPort!.close()
