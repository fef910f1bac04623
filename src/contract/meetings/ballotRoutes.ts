import { z } from 'zod'
import { reasonField, recordParam, yearParam } from '../http/paramSchemas.ts'
import { namedSchema } from '../shape/fieldSchemas.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { defineRoutes } from '../http/route.ts'
import { issueFields } from './ballotFields.ts'
import {
  ballotFormSchema,
  hashHex,
  hexOf,
  issuePart,
  meetingCountSchema,
  publishedFileSchema,
  votePart,
  votingState,
} from './ballotParts.ts'

const oneMeeting = z.strictObject({ year: yearParam, meeting: recordParam })
const publicMeeting = z.strictObject({ meeting: recordParam })
const nothing = z.strictObject({})
const holder = z.enum(['teller', 'scrutineer'])

/** A credential: the class it is of, its token and signature. */
const credential = {
  meeting: recordParam,
  voterClass: z.string().min(1).max(100),
  token: hexOf(64),
  signature: hexOf(256),
}

const checkPart = z.strictObject({
  voterClasses: z.array(z.string()).readonly(),
  sentence: z.string(),
  holds: z.boolean(),
})

/** How far the ballots of a meeting are, for those who hold it. */
const ballotsPart = z.strictObject({
  state: votingState,
  form: ballotFormSchema,
  /** Who has tried a copy of the key, and the sealed text by which a copy is tried. */
  keys: z
    .strictObject({
      sealTo: hashHex,
      tried: z.array(holder).readonly(),
      trials: z.strictObject({ teller: z.string(), scrutineer: z.string() }),
    })
    .optional(),
  issued: z.array(issuePart).readonly(),
  present: z.record(z.string(), z.int()),
  /** Settings of the database that keep an order of votes, each a Chinese sentence. */
  risks: z.array(z.string()).readonly(),
  /** Why voting is opened in spite of them, once somebody answers for it. */
  riskReason: z.string().optional(),
})

const countPart = z.strictObject({
  count: meetingCountSchema,
  checks: z.array(checkPart).readonly(),
  classes: z.array(namedSchema),
  /** SHA-256 of the count file and, once published, of the published file. */
  hash: hashHex,
  published: hashHex.optional(),
})

/** Routes for ballots: the voter's own, without account, cookie or trail line; and those of the people who hold the meeting. */
export const ballotRoutes = defineRoutes({
  'POST /api/vote/slip': {
    summary: '票条对应的会议和票样',
    admits: 'anyone',
    forAll: true,
    traceless: true,
    readOnly: true,
    body: z.strictObject({ slip: hashHex }),
    answer: votePart,
  },
  'POST /api/vote/redeem': {
    summary: '票条换凭证：盲签，同样的内容得到同样的回答',
    admits: 'anyone',
    forAll: true,
    traceless: true,
    body: z.strictObject({ slip: hashHex, blinded: hexOf(256) }),
    answer: z.strictObject({ signature: hexOf(256) }),
  },
  'POST /api/vote/cast': {
    summary: '投票：凭证和密封的票，落盘后才回答',
    admits: 'anyone',
    forAll: true,
    traceless: true,
    body: z.strictObject({ ...credential, sealed: z.base64().max(30_000) }),
    /** SHA-256 of the sealed sheet that was kept. */
    answer: z.strictObject({ kept: hashHex }),
  },
  'POST /api/vote/kept': {
    summary: '这张凭证投过没有',
    admits: 'anyone',
    forAll: true,
    traceless: true,
    readOnly: true,
    body: z.strictObject(credential),
    answer: z.strictObject({ state: votingState, kept: hashHex.optional() }),
  },
  'GET /api/vote/meetings/:meeting/published': {
    summary: '公布的回执和评价',
    admits: 'anyone',
    forAll: true,
    traceless: true,
    params: publicMeeting,
    answer: publishedFileSchema,
  },
  'GET /api/years/:year/meetings/:meeting/ballots': {
    summary: '一次会议的投票准备和进展',
    admits: 'readBallots',
    params: oneMeeting,
    answer: ballotsPart,
  },
  'POST /api/years/:year/meetings/:meeting/ballots/key': {
    summary: '登记开票钥匙的公开一半',
    admits: 'holdBallots',
    params: oneMeeting,
    body: z.strictObject({ sealTo: hashHex }),
    answer: ballotsPart,
  },
  'POST /api/years/:year/meetings/:meeting/ballots/key-tried': {
    summary: '试一份钥匙：把密封的试题打开后送回',
    admits: 'holdBallots',
    params: oneMeeting,
    body: z.strictObject({ holder, opened: z.string().min(1).max(200) }),
    answer: ballotsPart,
  },
  'POST /api/years/:year/meetings/:meeting/ballots/slips': {
    summary: '印制票条：系统只收到每张的指纹',
    admits: 'holdBallots',
    bodyKilobytes: 200,
    params: oneMeeting,
    body: z.strictObject({
      voterClass: z.string().min(1).max(100),
      slips: z.array(hashHex).min(1).max(2000),
    }),
    answer: ballotsPart,
  },
  'POST /api/years/:year/meetings/:meeting/ballots/issued': {
    summary: '登记票的发放、退回、作废和到会人数',
    admits: 'holdBallots',
    params: oneMeeting,
    body: z.strictObject({
      issued: z
        .array(
          z.strictObject({
            voterClass: z.string().min(1).max(100),
            medium: z.enum(['phone', 'paper']),
            ...shapeOf(issueFields),
          }),
        )
        .max(40),
    }),
    answer: ballotsPart,
  },
  'POST /api/years/:year/meetings/:meeting/ballots/risks': {
    summary: '确认数据库会留下投票先后的痕迹，仍用这个系统投票',
    admits: 'holdBallots',
    params: oneMeeting,
    body: z.strictObject({ reason: reasonField }),
    answer: ballotsPart,
  },
  'POST /api/years/:year/meetings/:meeting/ballots/unseal': {
    summary: '开票：用一份钥匙打开密封的票，打乱次序另存，随即销毁密封的票和签发钥匙',
    admits: 'holdBallots',
    params: oneMeeting,
    body: z.strictObject({ key: hashHex }),
    answer: ballotsPart,
  },
  'POST /api/years/:year/meetings/:meeting/ballots/count': {
    summary: '计票：手机票和纸质票一并清点',
    admits: 'holdBallots',
    params: oneMeeting,
    body: nothing,
    answer: countPart,
  },
  'GET /api/years/:year/meetings/:meeting/ballots/count': {
    summary: '计票结果',
    admits: 'readBallots',
    params: oneMeeting,
    answer: countPart,
  },
  'POST /api/years/:year/meetings/:meeting/ballots/publish': {
    summary: '公布回执和评价',
    admits: 'holdBallots',
    params: oneMeeting,
    body: nothing,
    answer: countPart,
  },
  'GET /api/years/:year/meetings/:meeting/ballots/count-file': {
    summary: '封存的计票文件，供审计',
    admits: 'readCountFile',
    params: oneMeeting,
    file: true,
  },
  'GET /api/years/:year/meetings/:meeting/ballots/count-file-sealed': {
    summary: '封存的计票文件，加密给监票人的钥匙',
    admits: 'holdBallots',
    params: oneMeeting,
    file: true,
  },
})
