"""A server that speaks S3, with one bucket and one key; says where, and ends when its input does.

From the moment it says so, each request must carry a signature that fits its key (AWS Signature
Version 4), as it must to a real one.
"""

import contextlib
import json
import sys

import boto3
from moto import settings
from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
# It greets, and the first line is ours.
with contextlib.redirect_stdout(sys.stderr):
    server.start()
_, port = server.get_host_and_port()
endpoint = f"http://127.0.0.1:{port}"
anybody = {
    "endpoint_url": endpoint,
    "region_name": "us-east-1",
    "aws_access_key_id": "anybody",
    "aws_secret_access_key": "anybody",
}
boto3.client("s3", **anybody).create_bucket(Bucket="kontor")
iam = boto3.client("iam", **anybody)
iam.create_user(UserName="kontor")
allowed = {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}
policy = json.dumps({"Version": "2012-10-17", "Statement": [allowed]})
iam.put_user_policy(UserName="kontor", PolicyName="pictures", PolicyDocument=policy)
key = iam.create_access_key(UserName="kontor")["AccessKey"]
settings.INITIAL_NO_AUTH_ACTION_COUNT = 0
told = {"endpoint": endpoint, "key": key["AccessKeyId"], "secret": key["SecretAccessKey"]}
print(json.dumps(told), flush=True)
sys.stdin.read()
