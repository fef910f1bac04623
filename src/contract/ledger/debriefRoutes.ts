import { z } from 'zod'
import {
  DEBRIEF_SIDES,
  type DebriefPost,
  debriefPosts,
  type DebriefSide,
  type DebriefStanding,
  debriefStandings,
} from '../../domain/campaign/dualDebrief/dualDebrief.ts'
import { fileRefs } from '../files/filesRoutes.ts'
import { recordParam, revisionField, unitParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { pageQuery, pagingSchema } from '../lists/pageSchema.ts'
import { countedFromNames } from './countedFrom.ts'
import { listRoute } from '../shape/listImport.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { debriefFields, guidanceFields, heldFields, withdrawDebriefFields } from './debriefFields.ts'

const keysOf = <K extends string>(of: Readonly<Record<K, unknown>>) => Object.keys(of) as [K, ...K[]]

const years = z.strictObject({ year: yearParam })
const ofUnit = z.strictObject({ year: yearParam, unit: unitParam })
const ofDebrief = ofUnit.extend({ debrief: recordParam })
const revised = { revision: revisionField }
const post = z.enum(keysOf<DebriefPost>(debriefPosts))
const standing = z.enum(keysOf<DebriefStanding>(debriefStandings))

/** One of the debriefs of a person. */
const part = z.strictObject({
  plannedOn: z.string().optional(),
  heldOn: z.string().optional(),
  before: z.string().optional(),
  /** Voters of the two classes. */
  voters: z.tuple([z.int(), z.int()]).optional(),
  /** How often each mark was given, best first. */
  marks: z.array(z.int()).optional(),
  /** The meeting whose ballots were counted. */
  meeting: z.uuid().optional(),
  /** Its entry in the ledger. */
  entry: z.uuid().optional(),
  standing,
})

const person = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  unitName: z.string(),
  leadUnitName: z.string().optional(),
  name: z.string(),
  post,
  branch: z.string(),
  superior: part,
  members: part,
  together: part,
  /** Of all that are asked for: that which is furthest behind. */
  standing,
  guidance: z.string(),
  guidedBy: z.string().optional(),
  guidedOn: z.string().optional(),
  revision: z.int(),
})

const counted = z.strictObject({ units: z.int(), count: z.int() })

/** Routes for the dual debriefs (双述双评) of secretaries below the unit, and for what the ledger counts from other records. */
export const debriefRoutes = defineRoutes({
  'GET /api/years/:year/debriefs': {
    summary: '双述双评：名单、安排、述职评议的结果和逾期情况',
    admits: 'readLedger',
    params: years,
    query: z.strictObject({ ...pageQuery, of: recordParam.optional() }),
    answer: z.strictObject({
      year: z.int(),
      today: z.string(),
      /** The debriefs that the scheme asks for. */
      sides: z.array(z.enum(DEBRIEF_SIDES as [DebriefSide, ...DebriefSide[]])),
      people: z.array(person),
      paging: pagingSchema.optional(),
    }),
  },
  'GET /api/years/:year/units/:unit/debriefs-template.xlsx': {
    summary: '双述双评名单模板',
    admits: 'keepLedger',
    params: ofUnit,
    file: true,
  },
  'POST /api/years/:year/units/:unit/debriefs/workbook': listRoute({
    summary: '由工作簿导入双述双评名单和安排：先查验，再写入',
    admits: 'keepLedger',
    params: ofUnit,
    accepted: { name: z.string(), post, branch: z.string() },
  }),
  'POST /api/years/:year/units/:unit/debriefs': {
    summary: '列入一名双述双评对象',
    admits: 'keepLedger',
    params: ofUnit,
    body: z.strictObject(shapeOf(debriefFields)),
    answer: person,
  },
  'PUT /api/years/:year/units/:unit/debriefs/:debrief': {
    summary: '更正一名双述双评对象和计划日期',
    admits: 'keepLedger',
    params: ofDebrief,
    body: z.strictObject({ ...shapeOf(debriefFields), ...revised }),
    answer: person,
  },
  'POST /api/years/:year/units/:unit/debriefs/:debrief/hold': {
    summary: '登记一次述职评议及其计票，随之登记台账；再登记即为更正',
    admits: 'keepLedger',
    params: ofDebrief,
    body: z.strictObject({
      side: z.enum(DEBRIEF_SIDES as [DebriefSide, ...DebriefSide[]]),
      ...shapeOf(heldFields),
      files: fileRefs,
      ...revised,
    }),
    answer: person,
  },
  'POST /api/years/:year/units/:unit/debriefs/:debrief/guidance': {
    summary: '党组（党委）书记记录督查指导情况',
    admits: 'guideDebriefs',
    params: ofDebrief,
    body: z.strictObject({ ...shapeOf(guidanceFields), ...revised }),
    answer: person,
  },
  'POST /api/years/:year/units/:unit/debriefs/:debrief/withdraw': {
    summary: '撤下一名还没有述职评议的对象',
    admits: 'keepLedger',
    params: ofDebrief,
    body: z.strictObject({ ...shapeOf(withdrawDebriefFields), ...revised }),
    answer: z.strictObject({ id: z.uuid() }),
  },
  'GET /api/years/:year/ledger/counted': {
    summary: '由上年问题和双述双评计数的台账项目：现在的数和已计入的数',
    admits: 'closeLedgerPeriod',
    params: years,
    answer: z.strictObject({
      counters: z.array(
        z.strictObject({
          counter: z.string(),
          name: z.string(),
          from: z.enum(keysOf(countedFromNames)),
          now: counted,
          kept: counted,
        }),
      ),
    }),
  },
  'POST /api/years/:year/ledger/counted': {
    summary: '把上年问题整改和双述双评的情况按今天的数计入台账',
    admits: 'closeLedgerPeriod',
    params: years,
    body: z.strictObject({}),
    answer: counted,
  },
})
