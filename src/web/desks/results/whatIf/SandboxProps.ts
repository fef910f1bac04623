import type { Ranking } from '../resultTypes.ts'
import type { Sandbox } from './sandbox.ts'

/** Props of a part of the trial: the current year, the changes on trial, and how to change them. */
export interface SandboxProps {
  readonly now: Ranking
  readonly sandbox: Sandbox
  readonly onChange: (next: Sandbox) => void
}
