/** Sentence of a fault: what is wrong, with its numbers, and what to do; neither part ends in a full stop. */
export interface FaultSentence {
  readonly wrong: string
  readonly remedy: string
}

/** Builds a fault sentence from its two parts. */
export function say(wrong: string, remedy: string): FaultSentence {
  return { wrong, remedy }
}
