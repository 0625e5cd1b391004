/** Somebody who can be asked, as an author writes them. */
import { z } from 'zod';
import { duration, idText, prose } from './leaves.ts';

export const CastSchema = z.strictObject({
  id: idText('Id of the person.'),
  name: prose(40, 'First name.'),
  role: prose(60, 'What they look after.'),
  answers: duration('Until an answer comes; absent: asleep or away.').optional(),
  available: prose(80, 'As the contact list puts it.'),
  topics: z
    .array(
      z.strictObject({
        id: idText('Id of the topic.'),
        label: prose(80, 'What one may ask.'),
        answer: prose(900, 'What they know, or think they know.'),
      }),
    )
    .min(1)
    .max(8),
  fallback: prose(400, 'What they say to anything else.'),
});
