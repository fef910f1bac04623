import { points } from '../../src/domain/kernel/points.ts'
import type { PaperForm } from '../../src/files/paper/paperLayout.ts'

const shared = {
  meeting: '0f3c2a11-90ab-4cde-8f00-112233445566',
  full: points(100),
  classes: [
    { id: 'delegates', name: '两代表一委员' },
    { id: 'officers', name: '党务干部' },
  ],
  lines: Array.from({ length: 40 }, (_, at) => ({
    unit: `unit${at}`,
    unitName: at % 7 === 3 ? '示范州住房和城乡建设局城市管理综合行政执法监督支队机关党委' : '示范州统计局',
    secretary: ['张三', '欧阳建国'][at % 2]!,
  })),
}

/** Forty lines marked by grades. */
export const gradeForm: PaperForm = {
  ...shared,
  marks: 'grades',
  grades: ['好', '较好', '一般', '差'].map((name, at) => ({ id: `grade${at}`, name })),
}

/** Forty lines marked by points up to a hundred. */
export const pointForm: PaperForm = { ...shared, marks: 'points', grades: [] }
