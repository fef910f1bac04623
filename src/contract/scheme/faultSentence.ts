/** 错误的说法: what is wrong, with its numbers, and what to do about it; neither ends in a full stop. */
export interface FaultSentence {
  readonly wrong: string
  readonly remedy: string
}

/** 由两半句组成一个说法. */
export function say(wrong: string, remedy: string): FaultSentence {
  return { wrong, remedy }
}
