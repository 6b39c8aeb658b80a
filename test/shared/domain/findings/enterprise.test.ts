import { describeEnterprise } from './describe-enterprise.ts';

for (const seed of [1, 2, 3]) describeEnterprise({ people: 1000, seed });
