/** Chinese sentences for the events of objections to deductions for lead duty. */
export const leadDutyEvents = {
  dutyObjectedTo: ({ amount, objection }: { amount: string; objection: string }) =>
    `对牵头职责扣分${amount}分提出异议：${objection}`,
  dutyAnswered: ({ amount, outcome, answer }: { amount: string; outcome: string; answer: string }) =>
    `答复对牵头职责扣分${amount}分的异议：${outcome}，理由：${answer}`,
} as const
