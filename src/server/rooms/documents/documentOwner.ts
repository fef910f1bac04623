import type { DocumentKind, IssuingParty } from '../../../contract/documents/documentKind.ts'
import { findKind } from '../../../contract/documents/documentKinds.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { StoredDocument } from './documents.store.ts'

/** On whose behalf somebody drafts and issues documents, each with a register of numbers of its own. */
export interface DocumentOwner {
  /** None for those who only read. */
  readonly party?: IssuingParty
  readonly unit?: string
  /** As it is stored; blank for those who only read. */
  readonly key: string
}

/** Says on whose behalf an account drafts documents. */
export function ownerOf({ grants }: Pick<Actor, 'grants'>): DocumentOwner {
  const has = (role: string) => grants.some(one => one.role === role)
  if (has('committee')) return { party: 'committee', key: 'committee' }
  if (has('surveyor')) return { party: 'surveyor', key: 'surveyor' }
  for (const party of ['leadUnit', 'unit'] as const) {
    const unit = grants.find(({ role }) => role === party)?.unit
    if (unit !== undefined) return { party, unit, key: `unit:${unit}` }
  }
  return { key: '' }
}

/** Whether documents of a kind are issued on behalf of an owner; a lead unit is a unit, too. */
export function isIssuedBy({ issuedBy }: DocumentKind, { party }: DocumentOwner): boolean {
  if (party === undefined) return false
  return issuedBy.includes(party) || (party === 'leadUnit' && issuedBy.includes('unit'))
}

/** Whether somebody sees a document: its owner always; others once it is issued, a unit what is for it or its members, and what rests on results after their release; the surveyor what is addressed to it. */
export function maySee(
  actor: Actor,
  reach: Reach,
  isReleased: boolean,
  { unit, hash, owner, kind }: Pick<StoredDocument, 'unit' | 'hash' | 'owner' | 'kind'>,
): boolean {
  const { key, party } = ownerOf(actor)
  if (owner === key) return true
  if (hash === null) return false
  const { toSurveyor = false, isConfidential = false, after } = findKind(kind) ?? {}
  if (party === 'surveyor') return toSurveyor
  if (reach.all) return true
  if (unit === null || isConfidential) return false
  return reach.has(unit) && (isReleased || after === 'opened')
}
