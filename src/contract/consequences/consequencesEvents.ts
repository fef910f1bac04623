/** 结果运用的留痕事件. */
export interface ConsequencesEvents {
  readonly noticeServed: {
    readonly name: string
    readonly to: string
    readonly on: string
    readonly number: number
  }
  readonly noticeReplied: { readonly name: string; readonly reply: string }
}

/** 结果运用事件的句子. */
export const consequencesEventSentences: {
  readonly [K in keyof ConsequencesEvents]: (values: ConsequencesEvents[K]) => string
} = {
  noticeServed: ({ name, to, on, number }) => `登记“${name}”的通知（依据第${number}次封存）于${on}送达${to}`,
  noticeReplied: ({ name, reply }) => `回复“${name}”的通知：${reply}`,
}
