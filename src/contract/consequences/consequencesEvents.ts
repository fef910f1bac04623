/** Chinese sentences for the consequence events. */
export const consequencesEvents = {
  noticeServed: ({ name, to, on, number }: { name: string; to: string; on: string; number: number }) =>
    `登记“${name}”的通知（依据第${number}次封存）于${on}送达${to}`,
  noticeReplied: ({ name, reply }: { name: string; reply: string }) => `回复“${name}”的通知：${reply}`,
}
