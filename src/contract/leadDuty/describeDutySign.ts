import type { DutySign } from '../../domain/campaign/leadDuty/findDutySigns.ts'
import { printDay } from '../../domain/kernel/calendar.ts'

/** Names of the signs of going through the motions. */
export const dutySignNames: { readonly [K in DutySign['kind']]: string } = {
  gradesLate: '等次评定迟报',
  scoresLate: '述职测评得分迟报',
  noMinutes: '没有会议记录',
  noNote: '没有监督指导情况',
  equalSheets: '测评票各项相同',
  gradedBlind: '评定没有台账依据',
  nothingReturned: '审核没有退回过',
}

/** Describes a sign with its figures. */
export function describeDutySign(sign: DutySign): string {
  switch (sign.kind) {
    case 'gradesLate':
    case 'scoresLate': {
      const what = sign.kind === 'gradesLate' ? '等次评定' : '述职测评得分'
      const when = sign.on === undefined ? '还没有上报' : `${printDay(sign.on)}才上报`
      return `${what}应于${printDay(sign.due)}前上报，${when}`
    }
    case 'noMinutes':
      return `${sign.meetings.map(name => `“${name}”`).join('、')}只录入了计票结果，没有会议经过的记录`
    case 'noNote':
      return `${sign.meetings.map(name => `“${name}”`).join('、')}没有监督指导人员的记录`
    case 'equalSheets':
      return `${sign.all}张测评票中，${sign.equal}张对各单位打分全都相同`
    case 'gradedBlind':
      return `评定了${sign.graded}个单位，没有登记过所属单位的会议和报送情况`
    case 'nothingReturned':
      return `审核述职报告和整改方案${sign.vetted}次，没有退回过一次`
  }
}
