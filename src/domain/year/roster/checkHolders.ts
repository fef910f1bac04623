import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import type { Day } from '../../kernel/calendar.ts'
import { countFaults } from '../../kernel/countFaults.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { AnswerRule } from '../../scheme/scheme.ts'
import type { Holder } from './roster.ts'

/** Checks each term of office (查验任职): a known unit, days in order, one name to a person, and one person a day in a post that answers for a unit. (一, R21) */
export function checkHolders(
  holders: readonly Holder[],
  units: ReadonlySet<string>,
  refused: ReadonlySet<string>,
  answers: readonly AnswerRule[],
  where: (at: number) => string,
): readonly (readonly FactFault[])[] {
  const people = new Map<string, number>()
  const posts = new Map<string, number[]>()
  return holders.map((holder, at) => {
    const faults: FactFault[] = []
    if (refused.has(holder.unit)) faults.push(faultIn('unit', refuse('unitRefused', { unit: holder.unit })))
    else if (!units.has(holder.unit))
      faults.push(faultIn('unit', refuse('unknownUnit', { unit: holder.unit })))
    if (holder.from !== undefined && holder.to !== undefined && holder.from > holder.to) {
      faults.push(faultIn('to', refuse('daysReversed', { from: holder.from, to: holder.to })))
    }
    if (holder.rank !== undefined) faults.push(...countFaults('rank', holder.rank, 1))
    const known = people.get(holder.person)
    const first = known === undefined ? undefined : holders[known]
    if (first === undefined) people.set(holder.person, at)
    else if (first.name !== holder.name) {
      faults.push(
        faultIn(
          'name',
          refuse('personNameDiffers', { person: holder.person, name: first.name, first: where(known!) }),
        ),
      )
    }
    if (faults.length > 0 || !isSingle(holder, answers)) return faults
    const inPost = posts.get(postOf(holder)) ?? []
    const clash = inPost.find(each => overlaps(holders[each]!, holder))
    if (clash !== undefined) {
      const other = holders[clash]!
      const day = dayInCommon(other, holder)
      faults.push(
        faultIn(
          'from',
          refuse('postHeldTwice', { post: holder.post, other: other.name, first: where(clash), day }),
        ),
      )
    } else posts.set(postOf(holder), [...inPost, at])
    return faults
  })
}

/** Tells whether a post has a single holder: it answers for a unit. Several deputies may hold office together if not ranked. */
function isSingle({ post, rank }: Holder, answers: readonly AnswerRule[]): boolean {
  return answers.some(answer => answer.post === post && (answer.rank === undefined || rank !== undefined))
}

function postOf({ unit, post, rank }: Holder): string {
  return [unit, post, rank ?? ''].join('\u0001')
}

function overlaps(one: Holder, other: Holder): boolean {
  return (one.from ?? '') <= (other.to ?? '9') && (other.from ?? '') <= (one.to ?? '9')
}

function dayInCommon(one: Holder, other: Holder): Day | string {
  const later = (one.from ?? '') > (other.from ?? '') ? one.from : other.from
  return later ?? one.to ?? other.to ?? '全年'
}
