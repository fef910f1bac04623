import { type Action, actionNames } from '../../../contract/access/actions.ts'
import { type Role, roleNames } from '../../../contract/access/roles.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { type AccessSentence, accessTable, scopeNames } from './accessTable.ts'
import type { Actor } from './actor.ts'

const byAction = Map.groupBy(accessTable, sentence => sentence.action)

/** Judges access: returns the rules that allow the actor this action, or a refusal that names who may. Denies by default. */
export function judgeAccess(actor: Actor, action: Action): readonly AccessSentence[] | Refusal {
  const roles = new Set<Role>(actor.grants.map(grant => grant.role))
  const sentences = (byAction.get(action) ?? []).filter(sentence => roles.has(sentence.role))
  return sentences.length > 0
    ? sentences
    : refuse('notAllowed', { action: actionNames[action], roles: rolesOf(actor), allowed: whoMay(action) })
}

/** Lists the actions that the actor may take. */
export function actionsOf(actor: Actor): readonly Action[] {
  const roles = new Set<Role>(actor.grants.map(grant => grant.role))
  return [
    ...new Set(accessTable.filter(sentence => roles.has(sentence.role)).map(sentence => sentence.action)),
  ]
}

function rolesOf({ grants }: Actor): string {
  return [...new Set(grants.map(grant => roleNames[grant.role]))].join('、') || '未授予角色'
}

const toldWho = new Map<Action, string>()

/** Lists the roles that may do this, each with its scope if it has one. */
function whoMay(action: Action): string {
  const known = toldWho.get(action)
  if (known !== undefined) return known
  const told = [...new Set((byAction.get(action) ?? []).map(describeSentence))].join('、') || '无'
  toldWho.set(action, told)
  return told
}

/** Describes an access rule: the role with its limits. */
export function describeSentence({ role, scope, afterRelease }: AccessSentence): string {
  const limits = [...(scope === 'all' ? [] : [scopeNames[scope]]), ...(afterRelease ? ['结果公布后'] : [])]
  return `${roleNames[role]}${limits.length === 0 ? '' : `（${limits.join('，')}）`}`
}
