import { z } from 'zod'
import { shapeOf } from '../shape/shapeOf.ts'
import { confirmFields } from './rulingFields.ts'
import { schemeSchema } from './schemeSchema.ts'
import { lineField, revisionField } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { schemeDifferencePart, schemeFaultPart, schemeVersionHead } from './schemeParts.ts'
import { typedText } from '../shape/typedText.ts'

/** Objects and lists of a scheme's body: ten times what a whole notice with its annex has. */
const SCHEME_PARTS = 4000

const version = z.strictObject({ version: z.uuid() })
const pair = z.strictObject({ version: z.uuid(), other: z.uuid() })
const whole = z.strictObject({
  head: schemeVersionHead,
  document: schemeSchema,
  faults: z.array(schemeFaultPart),
})
const saved = z.strictObject({ head: schemeVersionHead, faults: z.array(schemeFaultPart) })

/** Routes for schemes: versions, drafts, files, checks, differences, rulings and promulgation. */
export const schemeRoutes = defineRoutes({
  'GET /api/schemes': {
    summary: '方案的各个版本，新的在前；草案只给可以查看的人',
    admits: 'readScheme',
    answer: z.strictObject({ versions: z.array(schemeVersionHead) }),
  },
  'GET /api/schemes/:version': {
    summary: '一个版本的全部内容和查出的错误',
    admits: 'readScheme',
    params: version,
    answer: whole,
  },
  'GET /api/schemes/:version/file': {
    summary: '导出方案文件：yaml 为一个文件，zip 为 scheme.yaml 和 rubric.yaml',
    admits: 'readScheme',
    params: version,
    query: z.strictObject({ as: z.enum(['yaml', 'zip']).default('yaml') }),
    file: true,
  },
  'GET /api/schemes/:version/difference/:other': {
    summary: '两个版本逐条的不同：version 为原来的，other 为后来的',
    admits: 'readScheme',
    params: pair,
    answer: z.strictObject({
      from: schemeVersionHead,
      to: schemeVersionHead,
      differences: z.array(schemeDifferencePart),
    }),
  },

  'POST /api/schemes/check': {
    summary: '查未保存的方案，不保存',
    admits: 'editScheme',
    bodyKilobytes: 1024,
    bodyParts: SCHEME_PARTS,
    body: z.strictObject({ document: z.record(z.string().max(100), z.unknown()) }),
    answer: z.strictObject({
      faults: z.array(schemeFaultPart),
      whole: z.boolean().describe('格式完整，可以保存为草案'),
    }),
    readOnly: true,
  },
  'POST /api/schemes/reading': {
    summary: '识读上传的方案文件（YAML、JSON 或压缩包），不保存',
    admits: 'editScheme',
    query: z.strictObject({ file: lineField }),
    upload: true,
    answer: z.strictObject({
      files: z.array(z.string()),
      faults: z.array(schemeFaultPart),
      /** Absent if the file must be corrected before it can become a draft. */
      document: schemeSchema.optional(),
    }),
    readOnly: true,
  },
  'GET /api/schemes/samples': {
    summary: '随软件提供的方案，可作草案的起点',
    admits: 'editScheme',
    answer: z.strictObject({
      samples: z.array(
        z.strictObject({ sample: z.string(), title: z.string(), cycle: z.int(), rows: z.int() }),
      ),
    }),
  },
  'GET /api/schemes/samples/:sample': {
    summary: '随软件提供的一个方案',
    admits: 'editScheme',
    params: z.strictObject({ sample: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
    answer: z.strictObject({ document: schemeSchema }),
  },

  'POST /api/schemes': {
    summary: '以所给内容新建草案',
    admits: 'editScheme',
    bodyKilobytes: 1024,
    bodyParts: SCHEME_PARTS,
    body: z.strictObject({ document: schemeSchema, file: lineField.optional() }),
    answer: schemeVersionHead,
  },
  'POST /api/schemes/:version/drafts': {
    summary: '从一个版本另起草案；给出年度则改为该年度的方案',
    admits: 'editScheme',
    params: version,
    body: z.strictObject({ cycle: z.int().min(1949).max(2999).optional() }),
    answer: schemeVersionHead,
  },
  'PUT /api/schemes/:version': {
    summary: '保存草案的内容；有错误也可保存，但不能印发',
    admits: 'editScheme',
    bodyKilobytes: 1024,
    bodyParts: SCHEME_PARTS,
    params: version,
    body: z.strictObject({ revision: revisionField, document: schemeSchema }),
    answer: saved,
  },
  'DELETE /api/schemes/:version': {
    summary: '撤回草案',
    admits: 'editScheme',
    params: version,
    body: z.strictObject({ revision: revisionField }),
    answer: z.null(),
  },
  'PUT /api/schemes/:version/rulings/:ruling': {
    summary: '确认一条口径；已印发的版本由此另起草案',
    admits: 'settleRuling',
    params: version.extend({ ruling: z.string().min(1).max(100) }),
    body: z.strictObject({
      revision: revisionField,
      answer: z.unknown(),
      text: typedText().min(1).max(500),
      settledBy: lineField,
      settledOn: z.iso.date(),
    }),
    answer: saved,
  },
  'POST /api/schemes/:version/rulings': {
    summary: '一并确认几条口径，答复照现在的；已印发的版本由此另起草案',
    admits: 'settleRuling',
    params: version,
    body: z.strictObject({
      revision: revisionField,
      rulings: z.array(z.string().min(1).max(100)).min(1).max(200),
      ...shapeOf(confirmFields),
    }),
    answer: saved,
  },
  'POST /api/schemes/:version/promulgation': {
    summary: '印发：从此不再改动，可用于考核',
    admits: 'promulgateScheme',
    params: version,
    body: z.strictObject({ revision: revisionField }),
    answer: schemeVersionHead,
  },
})
