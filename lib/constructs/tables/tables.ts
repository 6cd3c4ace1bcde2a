import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { ACTIVE_TASKS_INDEX, LEVELS_INDEX, TTL_ATTRIBUTE } from '../../../functions/contracts/tables.ts';

/** The tables of the application; what lies in them is written in `functions/contracts/tables.ts`. */
export class Tables extends Construct {
  readonly users: Table;
  readonly videos: Table;
  readonly translations: Table;
  readonly lexicon: Table;

  constructor(scope: Construct, id: string, props: { keepData: boolean }) {
    super(scope, id);
    const table = (name: string) =>
      new Table(this, name, {
        partitionKey: { name: 'pk', type: AttributeType.STRING },
        sortKey: { name: 'sk', type: AttributeType.STRING },
        billingMode: BillingMode.PAY_PER_REQUEST,
        timeToLiveAttribute: TTL_ATTRIBUTE,
        stream: StreamViewType.NEW_AND_OLD_IMAGES,
        encryption: TableEncryption.AWS_MANAGED,
        // Also in dev: it is paid by the gigabyte, and a developer's megabytes cost nothing.
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        deletionProtection: props.keepData,
        removalPolicy: props.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      });
    this.users = table('Users');
    this.videos = table('Videos');
    this.translations = table('Translations');
    this.lexicon = table('Lexicon');
    this.videos.addGlobalSecondaryIndex({
      indexName: ACTIVE_TASKS_INDEX.name,
      partitionKey: { name: ACTIVE_TASKS_INDEX.partitionKey, type: AttributeType.STRING },
      sortKey: { name: ACTIVE_TASKS_INDEX.sortKey, type: AttributeType.NUMBER },
      projectionType: ProjectionType.ALL,
    });
    this.lexicon.addGlobalSecondaryIndex({
      indexName: LEVELS_INDEX.name,
      partitionKey: { name: LEVELS_INDEX.partitionKey, type: AttributeType.STRING },
      sortKey: { name: LEVELS_INDEX.sortKey, type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
  }
}
