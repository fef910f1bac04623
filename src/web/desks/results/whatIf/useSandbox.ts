import { useMemo, useSyncExternalStore } from 'react'
import { NO_CHANGES, parseSandbox, type Sandbox } from './sandbox.ts'

const listeners = new Set<() => void>()

/** Returns the sandbox of a year, kept in this tab when the reader leaves the page. */
export function useSandbox(year: number): readonly [Sandbox, (next: Sandbox) => void] {
  const text = useSyncExternalStore(watch, () => sessionStorage.getItem(keyOf(year)))
  const sandbox = useMemo(() => parseSandbox(text), [text])
  return [sandbox, next => keepSandbox(year, next)]
}

/** Reads the current sandbox outside a component. */
export function readSandbox(year: number): Sandbox {
  return parseSandbox(sessionStorage.getItem(keyOf(year)))
}

/** Saves a sandbox; an empty one is removed. */
export function keepSandbox(year: number, sandbox: Sandbox): void {
  if (sandbox === NO_CHANGES) sessionStorage.removeItem(keyOf(year))
  else sessionStorage.setItem(keyOf(year), JSON.stringify(sandbox))
  for (const listener of listeners) listener()
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function keyOf(year: number): string {
  return `hengping.sandbox.${year}`
}
