// A worker: loads the instrumented engine with its tests once, then runs the tests under one mutant after another.
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'

const { files, shim, fastCheck, onLoad } = workerData
globalThis.__mutant = onLoad ?? 0
let loadFailed = false
let tests = []
try {
  const { configureGlobal } = await import(pathToFileURL(fastCheck).href)
  configureGlobal({ endOnFailure: true })
  for (const file of files) await import(pathToFileURL(file).href)
  tests = (await import(pathToFileURL(shim).href)).tests
} catch (error) {
  loadFailed = true
  if (onLoad === undefined) throw error
}

parentPort.on('message', async id => {
  globalThis.__mutant = id
  parentPort.postMessage({ id, noticed: loadFailed ? 'while loading' : await firstFailure() })
})
parentPort.postMessage({ ready: true, tests: tests.length })

async function firstFailure() {
  for (const { name, run } of tests) {
    try {
      await run()
    } catch {
      return name
    }
  }
  return undefined
}
