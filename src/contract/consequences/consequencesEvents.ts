/** Chinese sentences for the consequence events. */
export const consequencesEvents = {
  noticeServed: ({ name, to, on, number }: { name: string; to: string; on: string; number: number }) =>
    `登记“${name}”的通知（依据第${number}次封存）于${on}送达${to}`,
  noticeWithdrawn: ({ name, to, on, reason }: { name: string; to: string; on: string; reason: string }) =>
    `撤回“${name}”的通知于${on}送达${to}的登记：${reason}`,
  noticeReplied: ({ name, reply }: { name: string; reply: string }) => `回复“${name}”的通知：${reply}`,
  talkArranged: ({ name, leader, on }: { name: string; leader: string; on: string }) =>
    `安排“${name}”，由${leader}于${on}谈话`,
  talkRecorded: ({ name, on, signed }: { name: string; on: string; signed: boolean }) =>
    `登记“${name}”于${on}谈话，${signed ? '谈话人和谈话对象已签字' : '尚未签字'}`,
  stepPromised: ({ name, step, due }: { name: string; step: string; due: string }) =>
    `登记“${name}”的承诺事项：${step}，时限${due}`,
  stepSettled: ({ name, step, result }: { name: string; step: string; result: string }) =>
    `办结“${name}”的承诺事项“${step}”：${result}`,
  reassignmentProposed: ({ name, to, on }: { name: string; to: string; on: string }) =>
    `依据“${name}”于${on}向${to}提出调整建议`,
  proposalAnswered: ({ name, outcome, on }: { name: string; outcome: string; on: string }) =>
    `登记“${name}”的调整建议的结果：${outcome}，${on}`,
}
