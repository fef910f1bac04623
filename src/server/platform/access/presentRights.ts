import { type Action, actionNames } from '../../../contract/access/actions.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from './actor.ts'
import { judgeAccess, describeSentence } from './judgeAccess.ts'

/** One right as presented: by which role and in which scope, or why not and who may. */
interface ToldRight {
  readonly action: Action
  readonly name: string
  readonly allowed: boolean
  readonly sentence: string
}

/** Presents the actor's rights, action by action. */
export function presentRights(actor: Actor): ToldRight[] {
  return (Object.keys(actionNames) as Action[]).map(action => {
    const judged = judgeAccess(actor, action)
    const sentence = isRefusal(judged)
      ? sentenceOfRefusal(judged)
      : `凭角色：${[...new Set(judged.map(describeSentence))].join('、')}`
    return { action, name: actionNames[action], allowed: !isRefusal(judged), sentence }
  })
}
