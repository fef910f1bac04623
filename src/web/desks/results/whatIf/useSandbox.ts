import { useMemo, useSyncExternalStore } from 'react'
import { NO_CHANGES, parseSandbox, type Sandbox } from './sandbox.ts'

const listeners = new Set<() => void>()

/** 试算草稿 of a year, kept in this tab: one may leave and come back. */
export function useSandbox(year: number): readonly [Sandbox, (next: Sandbox) => void] {
  const text = useSyncExternalStore(watch, () => sessionStorage.getItem(keyOf(year)))
  const sandbox = useMemo(() => parseSandbox(text), [text])
  return [sandbox, next => keepSandbox(year, next)]
}

/** 试算草稿 as it stands, outside a component. */
export function readSandbox(year: number): Sandbox {
  return parseSandbox(sessionStorage.getItem(keyOf(year)))
}

/** 保存试算草稿; an empty one is gone. */
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
