import type { SandboxProps } from './SandboxProps.ts'

/** 口径的改动. */
export function RulingChanges({ sandbox }: SandboxProps) {
  return sandbox.rulings.length === 0 ? null : <section aria-label="口径" />
}
