// The shape in which the AWS SDK for JavaScript types its answers: every field optional and possibly undefined.

export interface DescribeVpcsOutput {
    Vpcs?: Vpc[] | undefined;
    NextToken?: string | undefined;
    $metadata: { httpStatusCode?: number | undefined };
}

export interface Vpc {
    VpcId?: string | undefined;
    State?: 'available' | 'pending' | undefined;
    CreationTime?: Date | undefined;
}

export const ECR_API = 'ecr.api';
