import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the database says no: a permanent code, and the Chinese sentence of its values. */
export const databaseRefusals = {
  databaseInUse: ({ folder, pid }: { folder: string; pid: string }) =>
    `数据文件夹“${folder}”正由另一个衡评进程（进程号 ${pid}）使用，两个进程同时写会丢失数据；请先停止那个进程，或改用别的数据文件夹`,
  databaseFolderUnusable: ({ folder, reason }: { folder: string; reason: string }) =>
    `数据文件夹“${folder}”不能使用（${reason}）；请检查路径、权限和磁盘空间`,
  databaseFormatOther: ({ folder, found, needed }: { folder: string; found: string; needed: string }) =>
    `数据文件夹“${folder}”是 PostgreSQL ${found} 的格式，本程序需要 ${needed}；请用原来的程序版本 hengping backup 备份，再用本程序 hengping restore 恢复到新的文件夹`,
  databaseWontStart: ({ folder, reason }: { folder: string; reason: string }) =>
    `数据文件夹“${folder}”中的数据库不能启动（${reason}）；请不要删除该文件夹，先复制一份留存，再用最近的备份 hengping restore 恢复到新的文件夹`,
  databaseLost: ({ folder, found, seen }: { folder: string; found: number; seen: number }) =>
    `数据文件夹“${folder}”中的数据库不完整：上次使用时留痕有${seen}条，现在只剩${found}条，可能是断电或磁盘损坏所致。为免在残缺的数据上继续，没有启动；请先把整个文件夹复制留存，再用最近的备份 hengping restore 恢复到新的文件夹。确认要从残缺处继续的，删去其中的 last-seen.json 再启动`,
  databaseUnreachable: ({ address, reason }: { address: string; reason: string }) =>
    `连不上 PostgreSQL 服务器 ${address}（${reason}）；请检查 DATABASE_URL 中的地址、用户名和密码，以及服务器是否在运行`,
  databaseAddressWrong: () =>
    'DATABASE_URL 不是有效的数据库地址；请写成 postgres://用户名:密码@主机:5432/数据库名',
  databaseTooOld: ({ found, least }: { found: string; least: string }) =>
    `PostgreSQL 服务器的版本是 ${found}，至少需要 ${least}；请升级数据库服务器`,
  databaseSiteRole: ({ count }: { count: number }) =>
    `HENGPING_PUBLIC_DATABASE_URL 的数据库账号除公示内容外还能读写${count}个表，没有启动；请另建一个没有其他权限的账号`,
  migrationChanged: ({ name }: { name: string }) =>
    `数据库结构变更“${name}”已经执行过，但程序中的这个文件后来被改动了；请换回原来的程序文件，结构变更应写进新的编号文件`,
  databaseNewer: ({ name }: { name: string }) =>
    `数据库由更新版本的程序使用过（已有结构变更“${name}”），本程序不认识；请换用新版本的程序`,
  migrationForbidden: ({ role }: { role: string }) =>
    `数据库用户“${role}”无权更新数据库结构；请设置 DATABASE_OWNER_URL 为数据库所有者的地址，再启动一次`,
  backupUnreadable: ({ path }: { path: string }) =>
    `“${path}”不是衡评的备份文件；请选用 hengping backup 写出的文件`,
  backupDamaged: ({ reason }: { reason: string }) =>
    `备份文件已损坏（${reason}），没有恢复任何内容；请换用另一份备份`,
  restoreNotEmpty: () =>
    '目标数据库里已有内容，恢复会把两者混在一起，没有恢复任何内容；请换一个新的数据文件夹或新建的数据库',
  restoreFilesThere: ({ folder }: { folder: string }) =>
    `文件夹“${folder}”里已有文件，没有恢复任何内容；请换一个新的数据文件夹`,
  databaseNotThere: ({ folder }: { folder: string }) =>
    `数据文件夹“${folder}”里没有数据库，没有可备份的内容；请核对 --data 的路径`,
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof databaseRefusals> {}
}
