import { useState } from 'react'
import {
  NO_REPLY,
  type Question,
  questionsPut,
  turnOptions,
} from '../../../../domain/campaign/survey/questionnaire.ts'
import type { Questionnaire } from '../surveyTypes.ts'

type Answers = Readonly<Record<string, string>>

/** An interview under way: where it is, and the ways on and back. */
export interface Script {
  /** The opening, a question, or the closing. */
  readonly place: 'opening' | 'closing' | Question
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly answers: Answers
  /** The number of the present question among those that are asked, from 1. */
  readonly nth: number
  /** How many of the questions that are asked were answered. */
  readonly done: number
  readonly total: number
  /** Answers the question at hand and goes on. */
  answer(value: string): void
  /** Keeps an answer without going on: words being typed. */
  type(value: string): void
  /** Goes to the next question: a text may be left blank, a choice has to be made. */
  next(): void
  back(): void
  restart(): void
}

/** Walks through a questionnaire: which question is put depends on the answers, and their order on the turn. */
export function useScript({
  questionnaire,
  turn,
  answers: first,
}: {
  readonly questionnaire: Questionnaire
  readonly turn: number
  readonly answers: Answers
}): Script {
  const [answers, setAnswers] = useState(first)
  // A resumed interview goes on where it broke off.
  const [at, setAt] = useState<string>(() => firstOpen(questionnaire, first))
  const put = questionsPut(questionnaire, answers)
  const place = put.find(({ id }) => id === at) ?? (at === 'closing' ? at : 'opening')

  function goOn(given: Answers): void {
    const following = questionsPut(questionnaire, given)
    const index = typeof place === 'string' ? -1 : following.findIndex(({ id }) => id === place.id)
    setAt(following[index + 1]?.id ?? 'closing')
  }

  function set(value: string): Answers {
    if (typeof place === 'string') return answers
    const { [place.id]: _, ...others } = answers
    const given = value.trim() === '' ? others : { ...others, [place.id]: value }
    setAnswers(given)
    return given
  }

  return {
    place,
    options: typeof place === 'string' || place.kind === 'open' ? [] : turnOptions(place, turn),
    answers,
    nth: typeof place === 'string' ? 0 : put.indexOf(place) + 1,
    done: put.filter(({ id }) => answers[id] !== undefined).length,
    total: put.length,
    answer: value => goOn(set(value)),
    type: value => void set(value),
    next: () => {
      if (typeof place === 'string' || answers[place.id] !== undefined) goOn(answers)
      else if (place.kind === 'open') goOn(set(NO_REPLY))
    },
    back: () => {
      const index = typeof place === 'string' ? (place === 'closing' ? put.length : 0) : put.indexOf(place)
      setAt(put[index - 1]?.id ?? 'opening')
    },
    restart: () => {
      setAnswers({})
      setAt('opening')
    },
  }
}

function firstOpen(questionnaire: Questionnaire, answers: Answers): string {
  if (Object.keys(answers).length === 0) return 'opening'
  return questionsPut(questionnaire, answers).find(({ id }) => answers[id] === undefined)?.id ?? 'closing'
}
