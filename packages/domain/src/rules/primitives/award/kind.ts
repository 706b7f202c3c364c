import { z } from 'zod'

/** The kinds of activity that rules may speak of. */
export const awardKindSchema = z.enum([
  'course',
  'petition',
  'certification',
  'presenting',
  'speaking',
  'committee',
  'cpr-course',
  'carry',
])
