import { z } from 'zod'
import { MOST_MEGABYTES } from './fileKinds.ts'
import { unitParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'

/** 附件的编号: the SHA-256 of what is kept, in hex. */
export const fileHash = z.string().regex(/^[0-9a-f]{64}$/)

/** 附件的种类, told from the content. */
export const fileType = z.enum(['pdf', 'docx', 'xlsx', 'pptx', 'jpg', 'png'])

/** 提交的附件清单, for the body of another room's route: uploaded before by `POST /api/files`, named as its sender calls it. */
export const fileRefs = z
  .array(z.strictObject({ file: fileHash, name: z.string().trim().min(1).max(255) }))
  .max(30)

/** 一个已附的文件, for the answer of another room's route. It is read by `GET /api/years/:year/units/:unit/files/:file`. */
export const attachedPart = z.strictObject({
  file: fileHash,
  name: z.string(),
  /** bytes. */
  size: z.int(),
  type: fileType,
  /** the day that the picture itself tells. */
  takenOn: z.string().optional(),
  at: z.string(),
  by: z.string(),
})

/** Where a file, or a picture near it, is attached already. Only what the asker may see. */
const placePart = z.strictObject({
  file: fileHash,
  name: z.string(),
  year: z.int(),
  unit: z.string(),
  unitName: z.string(),
  /** 台账、核查表……: what it is attached to. */
  what: z.string(),
  at: z.string(),
})

const sentPart = z.strictObject({
  file: fileHash,
  /** without any path, its ending put right. */
  name: z.string(),
  size: z.int(),
  type: fileType,
  takenOn: z.string().optional(),
})

/** 上传的答复. Nothing is refused for being there already: a person is told, and decides. */
export const uploadedPart = sentPart.extend({
  seenBefore: z.array(placePart),
  /** it is attached as well where the asker may not look. */
  seenElsewhere: z.boolean(),
  similar: z.array(placePart),
  similarElsewhere: z.boolean(),
})

/** 附件的接口. Other rooms attach by hash what was uploaded here. */
export const filesRoutes = defineRoutes({
  'POST /api/files': {
    summary: '上传一个附件（PDF、docx、xlsx、pptx、JPG、PNG，不超过 20 MB），供随后的登记引用',
    admits: 'uploadFiles',
    query: z.strictObject({ name: z.string().min(1).max(255) }),
    upload: true,
    uploadMegabytes: MOST_MEGABYTES,
    answer: uploadedPart,
  },
  'GET /api/files/:file': {
    summary: '本人上传的一个附件',
    admits: 'uploadFiles',
    params: z.strictObject({ file: fileHash }),
    query: z.strictObject({ small: z.literal('1').optional() }),
    file: true,
  },
  'GET /api/years/:year/units/:unit/files/:file': {
    summary: '某单位的一个附件；small=1 为小图',
    admits: 'readLedger',
    params: z.strictObject({ year: yearParam, unit: unitParam, file: fileHash }),
    query: z.strictObject({ small: z.literal('1').optional() }),
    file: true,
  },
})
