import { defineKind } from '../documentKind.ts'

/** The minutes of a debrief meeting (述职测评会议纪要), as the meeting's page lays them out. (四（四）) */
export const minutes = defineKind({
  id: 'minutes',
  name: '述职测评会议纪要',
  purpose: '会议的议程、决定、监督指导记录和测评结果，签名后存档',
  per: 'each',
  citation: '四（四）',
  after: 'opened',
  form: 'record',
  issuedBy: ['committee', 'leadUnit'],
  lacks: '还没有开完的述职测评会议',
  source: ['debriefs', '述职测评会议'],
  fields: [],
})
