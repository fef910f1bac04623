import type { Ranking } from '../resultTypes.ts'
import type { Sandbox } from './sandbox.ts'

/** 试算的一部分所需: the year as it stands, what is on trial, and how to change that. */
export interface SandboxProps {
  readonly now: Ranking
  readonly sandbox: Sandbox
  readonly onChange: (next: Sandbox) => void
}
